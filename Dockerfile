# syntax=docker/dockerfile:1
# Two images: the engine (the last stage, so the default) and, with --target sandbox, the local Xero.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 mvn -B -q dependency:go-offline -DincludeScope=runtime
COPY src ./src
# Tests have run before an image is made: `mvn verify`.
RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -Dmaven.test.skip=true -Dspotless.check.skip=true \
 && java -Djarmode=tools -jar target/ledgerway.jar extract --layers --destination target/layers

FROM eclipse-temurin:17-jre AS sandbox
RUN useradd --system --uid 10001 --no-create-home sandbox
WORKDIR /opt/sandbox
COPY --from=build /build/target/ledgerway-sandbox.jar ./
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -Duser.timezone=UTC"
USER sandbox
EXPOSE 8090
CMD ["java", "-jar", "ledgerway-sandbox.jar"]

FROM eclipse-temurin:17-jre AS engine
RUN useradd --system --uid 10001 --no-create-home ledgerway
WORKDIR /opt/ledgerway
# What seldom changes comes first.
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
# What a start loads, ready to be mapped into memory. A class that has gone meanwhile is left out, and without the archive all starts as before.
COPY image/classes.lst ./
RUN java -Xshare:dump -XX:SharedClassListFile=classes.lst -XX:SharedArchiveFile=ledgerway.jsa -Xlog:cds=error:stderr -Xlog:cds*=off -jar ledgerway.jar \
 && rm classes.lst
COPY routes ./routes
COPY mappings ./mappings
ENV LEDGERWAY_ROUTES_DIR=/opt/ledgerway/routes \
    LEDGERWAY_MAPPINGS_DIR=/opt/ledgerway/mappings \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError -XX:SharedArchiveFile=/opt/ledgerway/ledgerway.jsa -Duser.timezone=UTC"
USER ledgerway
EXPOSE 8080
# exec form: SIGTERM reaches the JVM, which finishes what it has in hand
CMD ["java", "-jar", "ledgerway.jar"]
