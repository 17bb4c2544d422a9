namespace Portal.ServiceDefaults.Agencies;

/// <summary>
/// Marks what belongs to one agency: its rows are seen within <see cref="AgencyScope.AgencyId"/> alone.
/// </summary>
/// <typeparam name="TId">
/// How the domain writes the id: a <see cref="Guid"/>, or a type of its own that is stored as one.
/// </typeparam>
public interface IOwnedByAgency<out TId>
{
    /// <summary>The agency.</summary>
    TId AgencyId { get; }
}
