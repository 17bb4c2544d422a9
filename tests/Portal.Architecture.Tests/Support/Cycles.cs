namespace Portal.Architecture.Tests.Support;

/// <summary>Finds groups of types that know each other in a circle.</summary>
internal static class Cycles
{
    /// <summary>The circles, each told with one use that leads from a group to the next.</summary>
    /// <param name="types">The types.</param>
    /// <param name="groupOf">Name of the group that a type is in.</param>
    public static IReadOnlyList<string> Of(IEnumerable<Type> types, Func<Type, string> groupOf)
    {
        var groups = types.ToDictionary(type => type, groupOf);
        var uses = (
            from type in groups.Keys
            from used in UsedTypes.UsedBy(type).Select(UsedTypes.Outermost).Distinct()
            where groups.ContainsKey(used) && groups[used] != groups[type]
            select (From: groups[type], To: groups[used], Text: $"{type.Name} -> {used.Name}"))
            .GroupBy(use => use.From).ToDictionary(one => one.Key, one => one.DistinctBy(use => use.To).ToList());
        return [.. uses.Keys.Order(StringComparer.Ordinal).Select(start => Circle(start, uses)).OfType<string>()];
    }

    /// <summary>The shortest way from a group back to it.</summary>
    private static string? Circle(string start, Dictionary<string, List<(string From, string To, string Text)>> uses)
    {
        var ways = new Queue<(string At, string Way)>([(start, start)]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var here))
        {
            foreach (var use in uses.GetValueOrDefault(here.At) ?? [])
            {
                var way = $"{here.Way} ({use.Text}) {use.To}";
                if (use.To == start)
                {
                    return way;
                }

                if (seen.Add(use.To))
                {
                    ways.Enqueue((use.To, way));
                }
            }
        }

        return null;
    }
}
