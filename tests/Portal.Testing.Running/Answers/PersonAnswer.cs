namespace Portal.Testing.Running.Answers;

/// <summary>Whoever did something.</summary>
public sealed record PersonAnswer(string? Id, string? Name);
