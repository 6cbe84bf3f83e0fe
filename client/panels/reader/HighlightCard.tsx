import { Popover } from 'radix-ui';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { nodeAddress } from '#client/state/url.ts';
import { KindDot } from '#client/ui/KindDot.tsx';
import type { NodeRef } from '#model/wire/common.ts';
import type { Highlight } from '#model/wire/documents.ts';
import { CitedText } from './CitedText.tsx';
import type { HoverTarget } from './use-hover-card.ts';

const MOST = 6;

/** What a highlight stands for: the text it cites, or why it leads nowhere, and the ways on. */
export const HighlightCard = ({
  shown,
  highlight,
  onSelect,
  onKeep,
  onLeave,
}: {
  shown: HoverTarget | null;
  highlight: Highlight | undefined;
  onSelect: () => void;
  onKeep: () => void;
  onLeave: () => void;
}) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const anchor = useMemo(() => ({ current: shown?.element ?? null }), [shown]);
  const open = shown !== null && highlight !== undefined && shown.element.isConnected;
  return (
    <Popover.Root open={open}>
      {open ? <Popover.Anchor virtualRef={{ current: anchor.current ?? shown.element }} /> : null}
      <Popover.Portal>
        <Popover.Content
          className="popover highlight-card"
          side="bottom"
          align="start"
          sideOffset={6}
          collisionPadding={10}
          aria-label={t('reader.card')}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onPointerEnter={onKeep}
          onPointerLeave={onLeave}
        >
          {highlight === undefined ? null : (
            <>
              <p className="eyebrow">
                {t(`reader.kind.${highlight.kind}`)}
                {highlight.modality === null ? null : ` · ${common(`modality.${highlight.modality}`)}`}
              </p>
              {highlight.reason === null ? null : (
                <p className="card-reason small">{common(`reason.${highlight.reason}`)}</p>
              )}
              <ul className="stack">
                {highlight.targets.slice(0, MOST).map((target) => (
                  <li key={target.id}>
                    <Target target={target} />
                  </li>
                ))}
              </ul>
              <p>
                <button type="button" className="link-button small" onClick={onSelect}>
                  {t('reader.showInGraph')}
                </button>
              </p>
            </>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
};

const Target = ({ target }: { target: NodeRef }) => (
  <>
    <Link className="node-link" to={nodeAddress(target)}>
      <KindDot label={target.label} />
      {target.name}
    </Link>
    {target.label === 'Provision' ? <CitedText id={target.id} /> : null}
  </>
);
