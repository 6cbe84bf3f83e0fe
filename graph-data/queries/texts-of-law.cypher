// title: 法律文件的各个文本
// titleEn: Texts held of each instrument
// description: 同一部法律文件收录了哪些日期的文本。
// tags: 法律文件, 文档

MATCH (law:Law)<-[r:TEXT_OF|REPORTS_ON]-(doc:Document)
RETURN law AS 法律文件, type(r) AS 关系, doc AS 文档, doc.date AS 日期, doc.chars AS 字数
ORDER BY 法律文件.title, 日期
LIMIT 300
