// title: 全文检索条文和职责
// titleEn: Full-text search
// description: 中文子串检索；q 要加英文双引号作为短语。
// tags: 检索
// params: {"q": "\"网络\""}

CALL db.index.fulltext.queryNodes('node_text', $q) YIELD node, score
RETURN labels(node)[0] AS 种类, node AS 节点, round(score * 100) / 100 AS 相关度
LIMIT 50
