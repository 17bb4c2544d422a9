namespace Portal.Web.Api.Agencies;

/// <summary>A person who works for the agency.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Email">Address by which the person signs in.</param>
/// <param name="Role">admin, agent or assistant.</param>
/// <param name="Active">Whether the person may sign in.</param>
/// <param name="SecondFactor">Whether an authenticator app is set up.</param>
public sealed record StaffMember(Guid Id, string Name, string Email, string Role, bool Active, bool SecondFactor);

/// <summary>The agency's people.</summary>
public sealed record StaffList(IReadOnlyList<StaffMember> Items);
