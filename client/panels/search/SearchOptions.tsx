import { CornerDownLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Marked } from '#client/panels/shared/Marked.tsx';
import { KindDot } from '#client/ui/KindDot.tsx';
import { useErrorMessage } from '#client/ui/states.tsx';
import type { SearchDto } from '#model/wire/explore.ts';
import { detailText } from './detail.ts';
import { type Option, optionsOf } from './hits.ts';

/** The list under the box. The input keeps the focus; the active option is named by aria-activedescendant. */
export const SearchOptions = ({
  id,
  open,
  answer,
  error,
  pending,
  active,
  onHover,
  onChoose,
}: {
  id: string;
  open: boolean;
  answer: SearchDto | undefined;
  error: unknown;
  pending: boolean;
  active: number;
  onHover: (index: number) => void;
  onChoose: (to: string) => void;
}) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const message = useErrorMessage(error);
  useEffect(() => {
    if (active >= 0) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const options: readonly Option[] = answer === undefined ? [] : optionsOf(answer);
  const found = answer !== undefined && (answer.direct !== null || answer.groups.some(({ total }) => total > 0));
  const row = (key: string, children: ReactNode) => {
    const index = options.findIndex((option) => option.key === key);
    const option = options[index];
    return option === undefined ? null : (
      // Keys go to the input, as the combobox pattern has it; the pointer chooses here.
      <div
        key={key}
        id={`${id}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === active}
        className="search-option"
        onPointerMove={() => onHover(index)}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onChoose(option.to)}
        onKeyDown={() => undefined}
      >
        {children}
      </div>
    );
  };
  return (
    <div className="search-panel" hidden={!open}>
      {error ? <p className="search-note">{message}</p> : null}
      {answer !== undefined && !found && !pending ? (
        <p className="search-note">{t('search.nothing', { q: answer.q })}</p>
      ) : null}
      <div role="listbox" id={id} aria-label={t('search.results')} aria-busy={pending}>
        {answer?.direct
          ? row(
              `direct:${answer.direct.id}`,
              <>
                <CornerDownLeft className="search-direct" aria-hidden="true" />
                <span className="search-main">
                  <span className="search-name">{answer.direct.name}</span>
                </span>
                <span className="muted small">{t('search.direct')}</span>
              </>,
            )
          : null}
        {answer?.groups.map(({ group, total, items }) =>
          items.length === 0 ? null : (
            <fieldset key={group} className="search-set">
              <legend className="search-group">
                {t(`search.group.${group}`)}
                <span className="tabular"> {total}</span>
              </legend>
              {items.map((hit) =>
                row(
                  `${group}:${hit.id}`,
                  <>
                    <KindDot label={hit.label} />
                    <span className="search-main">
                      <span className="search-name">
                        {hit.snippet.text === hit.name ? (
                          <Marked text={hit.name} marks={hit.snippet.marks} />
                        ) : (
                          hit.name
                        )}
                      </span>
                      {hit.snippet.text === hit.name ? null : (
                        <span className="search-snippet">
                          <Marked text={hit.snippet.text} marks={hit.snippet.marks} />
                        </span>
                      )}
                    </span>
                    {hit.detail === null ? null : <span className="muted small">{detailText(common, hit.detail)}</span>}
                  </>,
                ),
              )}
            </fieldset>
          ),
        )}
        {found ? row('all', <span className="search-all">{t('search.all')}</span>) : null}
      </div>
      <p className="search-hint" aria-hidden="true">
        {t('search.hint')}
      </p>
    </div>
  );
};
