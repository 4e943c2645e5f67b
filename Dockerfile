# One container: API, worker, embedded database and the built page.
FROM node:24.21.0-bookworm-slim AS base
ENV CI=true \
    NPM_CONFIG_UPDATE_NOTIFIER=false
RUN npm install --global pnpm@12.21.0
WORKDIR /app

FROM base AS page
COPY . .
# With the optional ones: the bundler's own program is one of them.
RUN pnpm install --frozen-lockfile --filter "@ippo/web..." \
 && cd apps/web \
 && node_modules/.bin/vite build --logLevel warn

# The workspace as it is: TypeScript runs from source, so nothing is compiled or deployed elsewhere.
FROM base AS server
COPY . .
# With the optional ones: what sets the PDF is one, native, for the system that the image is built for (amd64 or
# arm64, glibc or musl). Without scripts: the only one would fetch the Node that the image has already.
RUN pnpm install --frozen-lockfile --ignore-scripts --prod --filter "@ippo/api..."
COPY --from=page /app/apps/web/dist apps/web/dist

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    IPPO_HOST=0.0.0.0 \
    IPPO_PORT=8080 \
    IPPO_DATA_DIR=/data
WORKDIR /app
COPY --from=server /app /app
# A new volume takes over who owns the folder that it covers.
RUN mkdir /data /secrets \
 && chown node:node /data /secrets
# Nothing but /data and /tmp is written to: the root file system may be read-only.
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.IPPO_PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "apps/api/src/main.ts"]
