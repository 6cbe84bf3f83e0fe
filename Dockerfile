# The app alone: it talks to the Neo4j that NEO4J_URI names, see compose.yaml.
FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && mkdir /data && chown node:node /data
ENV FAMAI_DATA=/data HOST=0.0.0.0 PORT=3000
USER node
VOLUME /data
EXPOSE 3000
CMD ["npm", "start"]
