using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>What a limit has in common with each column: the same for all of its candidates.</summary>
internal sealed class LimitLikeness
{
    private static readonly FrozenSet<uint> LimitWords = (
        "budget spend spent available most least total hour minute acre land space capacity demand contract must need require supply produce mix "
        + "contain cost money invest warehouse worker time day unit limit maximum minimum more stock have").Split(' ').Select(word => Hash.Of(word)).ToFrozenSet();

    public LimitLikeness(NumberContext number, IReadOnlyList<Column> columns, HashSet<uint> sharedNames)
    {
        IsOfSharedName = number.RightClause.Take(4).Any(token => sharedNames.Contains(token.StemHash));
        IsTotal = number.Left.Take(8).Concat(number.Right.Take(5)).Any(token => token.Lower is "total" or "combined" or "altogether")
            || Array.Exists(number.Left, token => token.Lower == "all") || Array.Exists(number.Right, token => token.Lower is "either" or "both");
        IsEach = number.Right.Take(4).Any(token => token.Lower == "each") || number.Right.Take(6).Any(token => token.Lower == "both");
        Number = number;
        NearWords = [.. number.Left.Take(8).Concat(number.Right.Take(5)).Select(token => token.StemHash).Distinct().Where(LimitWords.Contains)];
        DistinctVariables = number.DistinctVariables;
        Words = [.. columns.Select(column => number.AllWords.Count(column.Words.Contains))];
        RightWords = [.. columns.Select(column => number.RightWords.Count(word => column.Numbers.Any(one => one.RightWords.Contains(word))))];
        SharesUnit = [.. columns.Select(column => column.Numbers.Any(other => other.Unit == number.Unit))];
        MostWords = Words.DefaultIfEmpty().Max();
        MostRightWords = RightWords.DefaultIfEmpty().Max();
        UnitSharers = SharesUnit.Count(isShared => isShared);
        SpecialWords = Special(number.AllWords, (column, word) => columns[column].Words.Contains(word));
        SpecialMeasures = Special(number.UnitStems, (column, stem) => columns[column].Numbers.Any(other => other.UnitStems.Contains(stem)));

        // How many of the words each column has that no other column has.
        int[] Special(HashSet<uint> words, Func<int, uint, bool> has)
        {
            var counts = new int[columns.Count];
            foreach (var word in words)
            {
                var (owner, owners) = (-1, 0);
                for (var column = 0; column < columns.Count && owners < 2; column++)
                    if (has(column, word)) (owner, owners) = (column, owners + 1);
                if (owners == 1) counts[owner]++;
            }

            return counts;
        }
    }

    public NumberContext Number { get; }

    /// <summary>A stem that all variables share stands right behind it.</summary>
    public bool IsOfSharedName { get; }

    /// <summary>Words near it speak of all together.</summary>
    public bool IsTotal { get; }

    /// <summary>Words behind it speak of each by itself.</summary>
    public bool IsEach { get; }

    /// <summary>Words around it that go with limits.</summary>
    public uint[] NearWords { get; }

    public int DistinctVariables { get; }

    /// <summary>By column, the words they share.</summary>
    public int[] Words { get; }

    public int MostWords { get; }

    public int MostRightWords { get; }

    /// <summary>By column, the words to the right that they share.</summary>
    public int[] RightWords { get; }

    public bool[] SharesUnit { get; }

    public int UnitSharers { get; }

    /// <summary>By column, the words that it alone shares.</summary>
    public int[] SpecialWords { get; }

    /// <summary>By column, the measured nouns that it alone shares.</summary>
    public int[] SpecialMeasures { get; }
}
