using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Decisions;

/// <summary>What a limit has in common with each column: the same for all of its candidates.</summary>
internal sealed class LimitLikeness
{
    private const int LeftReach = 8;
    private const int RightReach = 5;
    private const int SharedReach = 4;

    private static readonly FrozenSet<uint> LimitWords = (
        "budget spend spent available most least total hour minute acre land space capacity demand contract must need require supply produce mix "
        + "contain cost money invest warehouse worker time day unit limit maximum minimum more stock have").Split(' ').Select(word => Hash.Of(word)).ToFrozenSet();

    public LimitLikeness(NumberContext number, List<Column> columns, HashSet<uint> sharedNames)
    {
        Number = number;
        var near = new List<uint>();
        for (var index = 0; index < number.Left.Length; index++)
        {
            var token = number.Left[index];
            IsTotal |= token.Lower == "all" || (index < LeftReach && IsTotalWord(token));
            if (index < LeftReach) AddNear(near, token);
        }

        for (var index = 0; index < number.Right.Length; index++)
        {
            var token = number.Right[index];
            IsTotal |= token.Lower is "either" or "both" || (index < RightReach && IsTotalWord(token));
            IsEach |= (index < 4 && token.Lower == "each") || (index < 6 && token.Lower == "both");
            if (index < RightReach) AddNear(near, token);
        }

        NearWords = [.. near];
        for (var index = 0; index < Math.Min(SharedReach, number.RightClause.Length); index++)
            IsOfSharedName |= sharedNames.Contains(number.RightClause[index].StemHash);
        DistinctVariables = number.DistinctVariables;
        (Words, SpecialWords) = Shared(number.AllWords, columns, static (column, word) => column.Words.Contains(word));
        (RightWords, _) = Shared(number.RightWords, columns, static (column, word) => column.HasRightWord(word));
        (_, SpecialMeasures) = Shared(number.UnitStems, columns, static (column, stem) => column.HasMeasure(stem));
        SharesUnit = new bool[columns.Count];
        for (var column = 0; column < columns.Count; column++)
        {
            SharesUnit[column] = columns[column].HasUnit(number.Unit);
            if (SharesUnit[column]) UnitSharers++;
            MostWords = Math.Max(MostWords, Words[column]);
            MostRightWords = Math.Max(MostRightWords, RightWords[column]);
        }
    }

    private static bool IsTotalWord(Token token) => token.Lower is "total" or "combined" or "altogether";

    private static void AddNear(List<uint> near, Token token)
    {
        if (LimitWords.Contains(token.StemHash) && !near.Contains(token.StemHash)) near.Add(token.StemHash);
    }

    /// <summary>How many of some words each column has, and how many of them no other column has.</summary>
    private static (int[] Words, int[] Special) Shared(HashSet<uint> words, List<Column> columns, Func<Column, uint, bool> has)
    {
        var (counts, special) = (new int[columns.Count], new int[columns.Count]);
        foreach (var word in words)
        {
            var (owner, owners) = (-1, 0);
            for (var column = 0; column < columns.Count; column++)
            {
                if (!has(columns[column], word)) continue;
                counts[column]++;
                (owner, owners) = (column, owners + 1);
            }

            if (owners == 1) special[owner]++;
        }

        return (counts, special);
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
