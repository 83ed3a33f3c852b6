def send(message):  # finding: QK613
    return message.send()
