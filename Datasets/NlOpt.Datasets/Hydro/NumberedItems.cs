namespace NlOpt.Datasets.Hydro;

/// <summary>Things of a case file by their <c>index</c>: ascending, each number once; others refer to them by that number.</summary>
internal sealed class NumberedItems<T>
{
    private readonly string _what;
    private readonly Dictionary<int, int> _positions = [];

    /// <param name="what">What one of them is called in messages, for example <c>bus</c>.</param>
    /// <param name="values">Where they lie in the file.</param>
    /// <param name="sort">True to put them into the order of their numbers; false to keep that of the file.</param>
    /// <param name="read">Makes one from its number and value.</param>
    public NumberedItems(string what, IEnumerable<CaseValue> values, bool sort, Func<int, CaseValue, T> read)
    {
        _what = what;
        var numbered = values.Select(value => (Number: value.Field("index").Whole(0), Value: value)).ToList();
        if (sort) numbered = [.. numbered.OrderBy(item => item.Number)];
        foreach (var (number, value) in numbered)
            if (!_positions.TryAdd(number, _positions.Count))
                throw value.Wrong($"has the index {number}, which another {what} has already", "data.duplicate-index", "give each one its own index");
        All = [.. numbered.Select(item => read(item.Number, item.Value))];
    }

    public IReadOnlyList<T> All { get; }

    /// <summary>The position of the item whose number stands in the file.</summary>
    public int Find(CaseValue reference)
    {
        var number = reference.Whole(0);
        return _positions.TryGetValue(number, out var position)
            ? position
            : throw reference.Wrong(
                $"names the {_what} {number}, which does not exist or is out of service", "data.unknown-reference", $"name a {_what} of the case");
    }
}
