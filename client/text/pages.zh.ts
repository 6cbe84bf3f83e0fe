/** Words of the pages: landing, search, law, reader, duties, lists, imports. */
export const pagesZh = {
  landing: {
    current: '当前文档',
    names: '提到的法律文件',
    evidence: '证据句',
    evidenceHint: '在图谱或列表中选择一条关系，这里显示证明它的那句话。',
    noEvidence: '这条关系来自文档的结构，没有对应的句子。',
    nodeEvidence: '与所选节点相连的证据句',
    mostCitedLaws: '被引用最多的法律文件',
    mostCitedProvisions: '被引用最多的条文',
    overview: '引用关系总览',
    thisDocument: '本文档的关系',
    stats: '库中共有',
    none: '库中还没有文档',
    noneHint: '导入文档后，这里显示文档与它提到的法律文件。',
  },
} as const;
