# options: {"example-files": ["env.dist"], "known-names": ["CRON_*"], "other-readers": [], "platform-names": []}
