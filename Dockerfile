# One image for every node. Build: docker build -t musubi .
# The same steps without Docker are in docs/operations.md.
FROM node:26-bookworm-slim AS build
WORKDIR /musubi
COPY . .
# The pinned Node of node_modules builds; what only tests and builds need is left out afterwards.
RUN npm ci && npm run build && npm prune --omit=dev

FROM node:26-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data
WORKDIR /musubi
COPY --from=build /musubi/package.json ./
COPY --from=build /musubi/node_modules ./node_modules
COPY --from=build /musubi/libs ./libs
COPY --from=build /musubi/server/package.json ./server/
COPY --from=build /musubi/server/dist ./server/dist
COPY --from=build /musubi/client/package.json ./client/
COPY --from=build /musubi/client/dist ./client/dist
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD node -e "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + (process.env.BASE_PATH || '/') + 'health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "--enable-source-maps", "server/dist/src/main.js"]
