namespace Portal.Web.Api;

/// <summary>The value of an answer that has none.</summary>
internal sealed class Unit
{
    private Unit()
    {
    }

    public static Unit Value { get; } = new();
}
