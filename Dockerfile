# syntax=docker/dockerfile:1
# One image for all services and the console: the argument says which one runs.
#   docker build -t yitu .
#   docker run --read-only --tmpfs /tmp -e PORT=8080 … yitu dist/booking.js

FROM node:26.10-slim AS manifests
WORKDIR /source
COPY . .
# Only what decides about the packages: the next stage is built again when one of these changes, not with every edit.
RUN mkdir /manifests && find . -name package.json -not -path '*/node_modules/*' -exec cp --parents {} /manifests \; \
  && cp package-lock.json .npmrc /manifests

FROM node:26.10-slim AS build
WORKDIR /yitu
COPY --from=manifests /manifests ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY libs ./libs
COPY services ./services
COPY tools/build ./tools/build
RUN node tools/build/main.ts --out dist --console web

FROM node:26.10-slim AS packages
WORKDIR /yitu
COPY --from=manifests /manifests ./
# What the built services still ask for, and the migrations stand on: not the tools of the repository, not the test kit.
RUN --mount=type=cache,target=/root/.npm \
  npm ci --omit=dev $(printf -- '--workspace=%s ' services/*)

FROM node:26.10-slim
WORKDIR /yitu
ENV NODE_ENV=production
COPY --from=packages /yitu/node_modules ./node_modules
# A package whose version differs from the one at the root lies beside the library or service that asked for it.
COPY --from=packages /yitu/libs ./libs
COPY --from=packages /yitu/services ./services
COPY package.json ./
COPY libs ./libs
COPY services ./services
COPY tools/migrate ./tools/migrate
COPY --from=build /yitu/dist ./dist
COPY --from=build /yitu/web ./web
# Numeric, so that Kubernetes can see that it is not root. Nothing here belongs to this user.
USER 1000:1000
# No shell in between: signals reach the service itself, which then finishes what it has begun.
ENTRYPOINT ["node", "--import", "./dist/telemetry.js"]
CMD ["dist/gateway.js"]
