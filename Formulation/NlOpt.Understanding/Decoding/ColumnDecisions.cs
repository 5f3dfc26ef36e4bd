using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>
/// What is judged once columns are gathered: many choices of roles and variables gather the same ones, and most limits look the same under all of
/// these, so that each is judged once.
/// </summary>
internal sealed class ColumnDecisions(LocalDecisions local)
{
    private readonly Dictionary<ColumnsKey, JudgedColumns> _judged = [];

    /// <summary>Begins with another variable set.</summary>
    public void Start() => _judged.Clear();

    /// <summary>The decisions about columns; the roles of the numbers are set.</summary>
    public JudgedColumns Of(ReadingContext context, List<Column> columns)
    {
        var key = new ColumnsKey(context, columns);
        if (!_judged.TryGetValue(key, out var judged)) _judged[key] = judged = new JudgedColumns(local, context, columns);
        return judged;
    }

    /// <summary>
    /// What the objective sees: the columns with their variables and, of the roles of numbers, which nouns limits count.
    /// </summary>
    private readonly struct ColumnsKey : IEquatable<ColumnsKey>
    {
        private readonly int[] _parts;
        private readonly int _hash;

        public ColumnsKey(ReadingContext context, List<Column> columns)
        {
            var parts = new List<int>();
            foreach (var column in columns)
            {
                parts.Add(column.Numbers.Length);
                foreach (var number in column.Numbers)
                {
                    parts.Add(number.Position);
                    parts.Add(number.Variable!.Value);
                }
            }

            var counted = new SortedSet<uint>();
            foreach (var number in context.Numbers)
                if (number.Role == NumberRole.Limit && !number.Quantity.IsMoney) counted.Add(number.Unit);
            parts.Add(-counted.Count);
            foreach (var unit in counted) parts.Add(unchecked((int)unit));
            _parts = [.. parts];
            var hash = default(HashCode);
            foreach (var part in _parts) hash.Add(part);
            _hash = hash.ToHashCode();
        }

        public bool Equals(ColumnsKey other) => _hash == other._hash && _parts.AsSpan().SequenceEqual(other._parts);

        public override bool Equals(object? obj) => obj is ColumnsKey other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
