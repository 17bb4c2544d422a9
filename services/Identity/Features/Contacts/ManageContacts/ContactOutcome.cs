using Portal.ServiceDefaults.Results;

namespace Portal.Identity.Features.Contacts.ManageContacts;

/// <summary>The contact as it now stands, or everything that is wrong.</summary>
internal sealed record ContactOutcome(FurtherContactResponse? Contact, IReadOnlyList<Error> Problems)
{
    public static implicit operator ContactOutcome(FurtherContactResponse contact) => new(contact, []);

    public static implicit operator ContactOutcome(Error problem) => new(null, [problem]);

    public static ContactOutcome Fail(IReadOnlyList<Error> problems) => new(null, problems);
}
