using Portal.Web.Context;

namespace Portal.Web.Pages.Journeys;

/// <summary>
/// A task of several pages, its steps in order and their addresses. No page spells another step's address: it asks
/// here.
/// <para>To make one, <c>Pages/Broker/RenewPolicies</c> being the example:</para>
/// <list type="number">
/// <item>derive from this class, with a <c>Route</c> for the endpoint and one <see cref="JourneyStep"/> a page; the
/// last is the check page;</item>
/// <item>write the draft: the typed fields, read from the query or the form (<see cref="IJourneyDraft"/>);</item>
/// <item>write a scoped loader that reads the draft and what it refers to, once for all steps;</item>
/// <item>map a <c>GET</c> a step in <c>Map&lt;X&gt;</c>; a form leads on by <c>GET</c> to the address of the next step,
/// and each step checks what came before and shows the page where something is wrong;</item>
/// <item>end the check page with <c>CheckForm</c>, which posts the draft to <see cref="End"/>; that handler alone
/// changes anything.</item>
/// </list>
/// </summary>
/// <param name="page">The request, whose base the addresses get.</param>
/// <param name="path">The path of the first step, without the base.</param>
internal abstract class Journey(PageContext page, string path)
{
    /// <summary>The pages in order; the last is the check page.</summary>
    public abstract IReadOnlyList<JourneyStep> Steps { get; }

    /// <summary>Where the check page's form is sent.</summary>
    public string End => page.Url(path);

    /// <summary>The address of a step, with the draft where one goes along.</summary>
    public string AddressOf(JourneyStep step, IJourneyDraft? draft = null) => AddressOf(step.Path, draft);

    /// <summary>The address of what belongs to a step, such as a preview in a frame.</summary>
    protected string AddressOf(string below, IJourneyDraft? draft) => page.Url(path + below) + draft?.Query;
}
