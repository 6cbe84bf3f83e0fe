import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { routeQuery } from '#client/api/queries.ts';
import { NodePicker } from '#client/panels/shared/NodePicker.tsx';
import { useSearchState } from '#client/state/use-search-state.ts';
import { Button } from '#client/ui/Button.tsx';
import { Segmented } from '#client/ui/Segmented.tsx';
import type { DutyFilterState } from './filters.ts';

/** 四大检察: the lanes asked for most; any other function by its name. */
const LANES = ['刑事检察', '民事检察', '行政检察', '公益诉讼检察'] as const;

const nameIn = (id: string | undefined): string | null => (id === undefined ? null : id.slice(id.indexOf('/') + 1));

/** By function, law, document, actor or wording. */
export const DutyFilterBar = ({ filters }: { filters: DutyFilterState }) => {
  const { t } = useTranslation('pages');
  const { t: common } = useTranslation();
  const [, set] = useSearchState();
  const lane = LANES.find((name) => filters.functionId === `function/${name}`);
  const document = useQuery({
    ...routeQuery('node', { params: { id: filters.documentId ?? '' } }),
    enabled: filters.documentId !== undefined,
  });
  const other = filters.functionId !== undefined && lane === undefined;
  return (
    <div className="row filters">
      <Segmented
        label={common('label.Function')}
        hideLabel
        options={[
          { value: '', label: t('duties.allFunctions') },
          ...LANES.map((name) => ({ value: name, label: name })),
        ]}
        value={other ? 'other' : (lane ?? '')}
        onChange={(next) => set({ functionId: next === '' ? null : `function/${next}` })}
      />
      <NodePicker
        label={t('duties.otherFunction')}
        group="Function"
        chosen={other ? nameIn(filters.functionId) : null}
        onChoose={(node) => set({ functionId: node?.id ?? null })}
      />
      <NodePicker
        label={common('label.Law')}
        group="Law"
        chosen={nameIn(filters.lawId)}
        onChoose={(node) => set({ lawId: node?.id ?? null })}
      />
      <NodePicker
        label={common('label.Document')}
        group="Document"
        chosen={filters.documentId === undefined ? null : (document.data?.node.name ?? filters.documentId)}
        onChoose={(node) => set({ documentId: node?.id ?? null })}
      />
      {filters.aspectId === undefined ? null : (
        <span className="badge">
          {common('label.Aspect')}：{nameIn(filters.aspectId)}
        </span>
      )}
      <NodePicker
        label={common('label.Organ')}
        group="Organ"
        chosen={filters.bearer ?? null}
        onChoose={(node) => set({ bearer: node?.name ?? null })}
      />
      {Object.keys(filters).length === 0 ? null : (
        <Button
          variant="quiet"
          icon={<X aria-hidden="true" />}
          onClick={() =>
            set({ bearer: null, functionId: null, lawId: null, documentId: null, aspectId: null, q: null })
          }
        >
          {common('action.clearFilters')}
        </Button>
      )}
    </div>
  );
};
