"""What falls due: reminders, letters, and what is not kept any longer."""
