/** The context of extraction from a lexicon and the instruments whose texts are held. */
import type { InstrumentText } from '#model/mentions.ts';
import type { ExtractionContext, Lexicon, ParsedFile } from './pipeline.ts';
import { createInstrumentIndex, instrumentOf } from './resolve/instruments.ts';

/** The instruments whose texts a file holds. */
export const instrumentsOf = (file: ParsedFile): InstrumentText[] =>
  file.documents.flatMap((doc) => {
    const instrument = instrumentOf(doc);
    return instrument === null ? [] : [instrument];
  });

export const createContext = (lexicon: Lexicon, texts: Iterable<InstrumentText>): ExtractionContext => ({
  lexicon,
  instruments: createInstrumentIndex(texts, lexicon.laws),
});
