using Portal.Testing.Running.Answers;

namespace Portal.Testing.Running;

/// <summary>A client as the agency lists it, as much as the tests compare.</summary>
public sealed record DemoClient(Guid Id, string Ref, string Name, string Email)
{
    internal static DemoClient Of(ClientAnswer listed) => new(
        listed.Id, listed.Ref, listed.LegalName, listed.Contact.Email);
}
