# options: {"modules": ["app/*/", "!app/core/"], "required": ["{module}/__init__.py", "{module}/README_{name}.md", "{module}/docs_{name}/ARC_{name}.md", "{module}/tests_{name}/"]}
