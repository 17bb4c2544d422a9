using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Paging;

/// <summary>The cursor was not made by this list.</summary>
public sealed record InvalidCursor : RuleViolation
{
    /// <summary>Of the parameter <c>cursor</c>.</summary>
    public InvalidCursor()
        : base(
            "cursor-invalid",
            "The cursor was not issued by this list; take the value of 'next' unchanged, or leave it out to begin anew.") =>
        Field = "cursor";
}
