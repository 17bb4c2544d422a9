namespace Portal.Architecture.Tests.Support;

/// <summary>Knows the egg, which knows it: a circle that has to be found.</summary>
internal sealed class Hen
{
    public Egg? Lays { get; init; }
}
