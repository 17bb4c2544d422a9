using Microsoft.AspNetCore.Http.Extensions;

namespace Portal.Web.Pages.Journeys;

/// <summary>
/// What was typed so far on a journey. It travels in the address from step to step, so that each page can be reloaded,
/// gone back to and come back to after a sign-in; nothing is stored before the last form. Don't put secrets or more
/// than a few kilobytes into it.
/// </summary>
public interface IJourneyDraft
{
    /// <summary>Every field with its value.</summary>
    IEnumerable<KeyValuePair<string, string>> Fields { get; }

    /// <summary>The fields as the query of an address.</summary>
    string Query => new QueryBuilder(Fields).ToString();
}
