// title: 两部法律文件之间的最短路径
// titleEn: Shortest path between two laws
// description: 经由条文、文档或关系相连的最短一条。
// tags: 路径
// params: {"from": "网络安全法", "to": "反不正当竞争法"}

MATCH (a:Law {title: $from})
WITH a
MATCH (b:Law {title: $to})
MATCH path = shortestPath((a)-[:CITES|PROMOTES|BASED_ON|INTERPRETS|AMENDS|REPEALS|TEXT_OF|REPORTS_ON|HAS_PART*..8]-(b))
RETURN path AS 路径, length(path) AS 步数
