# syntax=docker/dockerfile:1
# One image for all services: the argument says which one runs.
#   docker build -t yitu .
#   docker run --read-only --tmpfs /tmp -e PORT=8080 … yitu services/booking/src/main.ts

FROM node:26.10-slim AS manifests
WORKDIR /source
COPY . .
# Only what decides about the packages: the next stage is built again when one of these changes, not with every edit.
RUN mkdir /manifests && find . -name package.json -not -path '*/node_modules/*' -exec cp --parents {} /manifests \; \
  && cp package-lock.json .npmrc /manifests

FROM node:26.10-slim AS packages
WORKDIR /yitu
COPY --from=manifests /manifests ./
# Only the services and what they stand on: not the tools of the repository, not the test kit with its servers.
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
# Numeric, so that Kubernetes can see that it is not root. Nothing here belongs to this user.
USER 1000:1000
# No shell in between: signals reach the service itself, which then finishes what it has begun.
ENTRYPOINT ["node", "--import", "@yitu/runtime/telemetry"]
CMD ["services/gateway/src/main.ts"]
