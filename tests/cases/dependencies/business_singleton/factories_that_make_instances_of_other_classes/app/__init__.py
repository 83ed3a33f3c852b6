d = ClientFactory.unreadable()
