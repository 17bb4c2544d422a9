namespace Portal.Testing.Running.Answers;

/// <summary>Where a sign-in stands.</summary>
/// <param name="Step">What comes next.</param>
/// <param name="Next">Path of the page to go on with; null until the sign-in is done.</param>
public sealed record SignInAnswer(string Step, string? Next = null);

/// <summary>What an authenticator app is set up with.</summary>
public sealed record EnrollmentAnswer(string Secret);
