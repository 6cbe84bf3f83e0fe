import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentDto } from '#model/wire/documents.ts';
import { outlineOf } from './outline.ts';

const WORDS = 16;

/** 目录. The place being read is marked and kept in view. */
export const Outline = ({
  read,
  current,
  onGo,
}: {
  read: DocumentDto;
  current: number;
  onGo: (provision: number) => void;
}) => {
  const { t } = useTranslation('pages');
  const list = useRef<HTMLElement>(null);
  const entries = useMemo(
    () =>
      outlineOf(read.provisions, current, ({ start }) =>
        read.text.slice(start - read.textOffset, start - read.textOffset + WORDS).trim(),
      ),
    [read, current],
  );
  const here = entries.findLast(({ index }) => index <= current)?.index;
  useEffect(() => {
    if (here === undefined) return;
    const entry = list.current?.querySelector(`[data-entry="${here}"]`);
    entry?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <nav ref={list} className="outline" aria-label={t('reader.outline')}>
      <h2 className="outline-title">{t('reader.outline')}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.index} data-entry={entry.index}>
            <button
              type="button"
              className={`outline-entry outline-depth-${Math.min(entry.depth, 3)} ${entry.heading ? 'outline-heading' : ''}`}
              {...(entry.index === here ? { 'aria-current': 'location' as const } : {})}
              onClick={() => onGo(entry.index)}
            >
              <span>{entry.label}</span>
              <CitedBy count={read.provisions[entry.index]?.citedBy ?? 0} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const CitedBy = ({ count }: { count: number }) =>
  count === 0 ? null : <span className="outline-cited tabular">←{count}</span>;
