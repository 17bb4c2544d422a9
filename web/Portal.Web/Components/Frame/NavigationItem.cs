namespace Portal.Web.Components.Frame;

/// <summary>A place in the top bar.</summary>
internal sealed record NavigationItem(string Label, string Path)
{
    /// <summary>Whether only the place itself counts as being there, not what lies below its path.</summary>
    public bool Exact { get; init; }

    public bool IsCurrent(string here)
    {
        var path = here.Split('?')[0].TrimEnd('/');
        return path.Equals(Path, StringComparison.OrdinalIgnoreCase)
            || (!Exact && path.StartsWith(Path + "/", StringComparison.OrdinalIgnoreCase));
    }
}
