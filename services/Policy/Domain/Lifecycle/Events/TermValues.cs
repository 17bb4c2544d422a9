using System.Collections.Immutable;

namespace Portal.Policies.Domain.Lifecycle.Events;

/// <summary>What a term says of its cover by key, such as <c>eachOccurrence</c>, or what changes in it.</summary>
internal sealed class TermValues : IEquatable<TermValues>
{
    private readonly ImmutableSortedDictionary<string, TermValue?> _values;

    private TermValues(ImmutableSortedDictionary<string, TermValue?> values) => _values = values;

    public static TermValues None { get; } =
        new(ImmutableSortedDictionary.Create<string, TermValue?>(StringComparer.Ordinal));

    /// <summary>Keys in the order of their characters.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    /// <summary>The value of a key; null where nothing is said, and where a change takes it out.</summary>
    public TermValue? this[string key] => _values.GetValueOrDefault(key);

    /// <param name="values">A value of null says that the key is taken out.</param>
    public static TermValues Of(IEnumerable<KeyValuePair<string, TermValue?>> values) =>
        new(None._values.SetItems(values));

    /// <summary>These values with a change laid over them, key by key.</summary>
    public TermValues With(TermValues change)
    {
        var taken = change._values.Where(value => value.Value is null).Select(value => value.Key);
        return new TermValues(_values.SetItems(change._values).RemoveRange(taken));
    }

    /// <summary>A change with a later one laid over it; what either takes out stays taken out.</summary>
    public TermValues Then(TermValues later) => new(_values.SetItems(later._values));

    /// <summary>The change that makes others out of these.</summary>
    public TermValues ChangeTo(TermValues other) => Of(
        Keys.Union(other.Keys).Where(key => this[key] != other[key])
            .Select(key => KeyValuePair.Create(key, other[key])));

    /// <summary>Whether both speak of a same key.</summary>
    public bool Overlaps(TermValues other) => other.Keys.Any(_values.ContainsKey);

    public bool Equals(TermValues? other) => other is not null && _values.SequenceEqual(other._values);

    public override bool Equals(object? obj) => Equals(obj as TermValues);

    public override int GetHashCode() =>
        _values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value.Key, value.Value));
}
