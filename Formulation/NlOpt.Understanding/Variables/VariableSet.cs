namespace NlOpt.Understanding.Variables;

/// <summary>A hypothesis of what the decision variables are: for each the keys of the names that mean it.</summary>
/// <param name="Names">One list of keys a variable; none empty.</param>
internal sealed record VariableSet(IReadOnlyList<IReadOnlyList<NameKey>> Names)
{
    /// <summary>Number of variables.</summary>
    public int Count => Names.Count;

    /// <summary>Whether the names were given and not guessed: then each of them counts wherever it stands.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Equal sets have equal texts.</summary>
    public string Signature => string.Join(" | ", Names.Select(keys =>
        keys.Count == 1 ? keys[0].ToString() : string.Join(", ", keys.Select(key => key.ToString()).Order(StringComparer.Ordinal))));
}
