#!/bin/sh
exec serve --level "$SERVE_LEVEL"
