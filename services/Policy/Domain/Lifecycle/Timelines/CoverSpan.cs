namespace Portal.Policies.Domain.Lifecycle.Timelines;

/// <summary>Days of cover without a break.</summary>
/// <param name="From">First day, from 12:01 a.m.</param>
/// <param name="Until">Day on which it ends at 12:01 a.m.</param>
internal sealed record CoverSpan(DateOnly From, DateOnly Until)
{
    public bool Holds(DateOnly day) => From <= day && day < Until;

    /// <summary>Whether some day between two others is covered.</summary>
    /// <param name="from">The first of them.</param>
    /// <param name="until">The day after the last of them.</param>
    public bool Meets(DateOnly from, DateOnly until) => From < until && from < Until;
}
