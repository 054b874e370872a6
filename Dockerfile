# One worker: the package, built with its client, and nothing that building it took.

FROM python:3.13-slim AS build
WORKDIR /source
COPY requirements/build.txt requirements/
RUN pip install --no-cache-dir --require-hashes -r requirements/build.txt
COPY pyproject.toml hatch_build.py README.md LICENSE NOTICE ./
COPY tasks tasks
COPY client client
COPY canvases canvases
COPY docs/templates.md docs/
COPY server server
RUN pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels .

FROM python:3.13-slim
COPY requirements/serve.txt /tmp/serve.txt
RUN pip install --no-cache-dir --require-hashes -r /tmp/serve.txt && rm /tmp/serve.txt
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels pip install --no-cache-dir --no-deps /wheels/*.whl
RUN useradd --system --no-create-home raakvlak && install -d -o raakvlak /data
USER raakvlak
WORKDIR /data
VOLUME /data
EXPOSE 8000
ENV RAAKVLAK_HOST=0.0.0.0 RAAKVLAK_PORT=8000 RAAKVLAK_DATA=/data
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=2)"]
ENTRYPOINT ["raakvlak"]
CMD ["serve"]
