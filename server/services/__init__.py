"""What the service does, told apart from how it is asked: the web and the command line call it alike."""
