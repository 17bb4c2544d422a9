namespace Portal.Architecture.Tests.Support;

/// <summary>Knows the hen in the body of a method alone.</summary>
internal sealed class Egg
{
    public override string ToString() => nameof(Egg) + new Hen().Lays;
}
