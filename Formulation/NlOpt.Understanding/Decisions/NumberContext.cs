using NlOpt.Formulation.Units;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Decisions;

/// <summary>A number with its surroundings, and with the decisions taken so far about it in the reading at hand.</summary>
internal sealed class NumberContext
{
    private const int Reach = 8;
    private const int ReachBack = 10;
    private const int DenominatorWords = 6;
    private const int MeasureReach = 2;

    public static readonly uint Dollar = Hash.Of("$");

    public NumberContext(ReadingContext context, Quantity quantity, int position)
    {
        var tokens = context.Tokens;
        Quantity = quantity;
        Position = position;
        Sentence = tokens[quantity.First].Sentence;
        Tag = LikeliestTag(context.Text.Labels, quantity);
        // "16, 20 and 30 kg of copper": the first numbers share what stands behind the last.
        var isPlain = !quantity.IsMoney && !quantity.IsPercent && !quantity.IsMultiple;
        (Right, Left) = (Surroundings(context, isPlain ? EndOfList(context, quantity) : quantity.End, 1, Reach), Surroundings(context, quantity.First - 1, -1, ReachBack));
        RightClause = Until(Right, token => token.Lower is "," or "and" or "while" or "but" or "or");
        LeftClause = Until(Left, token => token.Lower == ",");
        Unit = quantity.IsMoney ? Dollar : UnitOf(Right, quantity);
        UnitStems = MeasuredNoun(Right);
        Measure = isPlain ? MeasureOf(Right) : null;
        DenominatorStems = Denominator(RightClause, UnitStems);
        (RightWords, LeftWords, AllWords) = ([], [], []);
        AddContent(RightWords, context, RightClause);
        AddContent(LeftWords, context, LeftClause);
        AddContent(AllWords, context, Right);
        AddContent(AllWords, context, Left);
        var (before, after) = (new List<Occurrence>(), new List<Occurrence>());
        foreach (var place in context.Places)
        {
            if (tokens[place.First].Sentence != Sentence) continue;
            if (place.End <= quantity.First) before.Add(place);
            else if (place.First >= quantity.End) after.Add(place);
        }

        before.Reverse();
        (Before, After) = ([.. before], [.. after]);
        if (After.Length > 0 && After[0].First - quantity.End is var gap && (gap == 0 || (gap <= 3 && tokens[After[0].First - 1].Lower == "of")))
            Counted = After[0].Variable;
        (DistinctBefore, DistinctAfter, DistinctVariables) = (CountDistinct(Before, []), CountDistinct(After, []), CountDistinct(Before, After));
        Part = new PartFeatures(context, this);
        foreach (var direction in context.Text.Directions)
        {
            if (tokens[direction.First].Sentence != Sentence) continue;
            if (direction.End <= quantity.First) DirectionBefore = direction;
            else if (direction.First >= quantity.End) DirectionAfter ??= direction;
        }
    }

    public Quantity Quantity { get; }

    /// <summary>Its place among the numbers of the reading.</summary>
    public int Position { get; }

    public int Sentence { get; }

    /// <summary>What the tagger made of it.</summary>
    public TagKind Tag { get; }

    public double Value => Quantity.Value;

    public int First => Quantity.First;

    public int End => Quantity.End;

    /// <summary>Tokens to the right within the sentence, up to the next number.</summary>
    public Token[] Right { get; }

    /// <summary>Tokens to the left, the nearest first.</summary>
    public Token[] Left { get; }

    public Token[] RightClause { get; }

    public Token[] LeftClause { get; }

    /// <summary>Stem of the noun that is counted or measured; the dollar sign for money.</summary>
    public uint Unit { get; }

    /// <summary>The measure that is named behind it, at most after a word that says what for ("900 cutting minutes"); null where it counts things.</summary>
    public Measure? Measure { get; }

    /// <summary>Stems of the measured noun phrase ("hours of labor").</summary>
    public HashSet<uint> UnitStems { get; }

    /// <summary>Stems after the measured noun ("per table").</summary>
    public HashSet<uint> DenominatorStems { get; }

    public HashSet<uint> RightWords { get; }

    public HashSet<uint> LeftWords { get; }

    public HashSet<uint> AllWords { get; }

    /// <summary>Variables named before it in the sentence, the nearest first.</summary>
    public Occurrence[] Before { get; }

    /// <summary>Variables named after it in the sentence, the nearest first.</summary>
    public Occurrence[] After { get; }

    /// <summary>How many variables are named before it in the sentence.</summary>
    public int DistinctBefore { get; }

    /// <summary>How many variables are named after it in the sentence.</summary>
    public int DistinctAfter { get; }

    /// <summary>How many variables are named around it in the sentence.</summary>
    public int DistinctVariables { get; }

    /// <summary>The variable that the number counts or measures: "10 chairs", "10 batches of paint"; null where none follows so closely.</summary>
    public int? Counted { get; }

    /// <summary>The part of the sentence it stands in.</summary>
    public PartFeatures Part { get; }

    public TagSpan? DirectionBefore { get; }

    public TagSpan? DirectionAfter { get; }

    /// <summary>The role taken in the reading at hand.</summary>
    public NumberRole Role { get; set; }

    /// <summary>The variable of a coefficient; the number of variables means all of them alike; null before the decision.</summary>
    public int? Variable { get; set; }

    /// <summary>Probabilities of the roles.</summary>
    public double[] RoleProbabilities { get; set; } = [];

    /// <summary>Probabilities of the variables, the last one being all.</summary>
    public double[] VariableProbabilities { get; set; } = [];

    /// <summary>Rank data among the coefficients, set by <see cref="ColumnBuilder"/>.</summary>
    public CoefficientRanks Ranks { get; set; }

    /// <summary>How many variables two lists of places name.</summary>
    public static int CountDistinct(ReadOnlySpan<Occurrence> places, ReadOnlySpan<Occurrence> others)
    {
        var count = 0;
        for (var index = 0; index < places.Length; index++)
            if (!Names(places[..index], places[index].Variable)) count++;
        for (var index = 0; index < others.Length; index++)
            if (!Names(places, others[index].Variable) && !Names(others[..index], others[index].Variable)) count++;
        return count;

        static bool Names(ReadOnlySpan<Occurrence> among, int variable)
        {
            foreach (var place in among)
                if (place.Variable == variable) return true;
            return false;
        }
    }

    private static TagKind LikeliestTag(int[] labels, Quantity quantity)
    {
        Span<int> counts = stackalloc int[7];
        for (var index = quantity.First; index < quantity.End; index++) counts[(int)Tagging.Tag.KindOf(labels[index])]++;
        var best = TagKind.None;
        for (var kind = 1; kind < counts.Length; kind++)
            if (counts[kind] > 0 && (best == TagKind.None || counts[kind] > counts[(int)best])) best = (TagKind)kind;
        return best;
    }

    /// <summary>End of the last number of the list that begins with a number: only commas, "and" and "or" stand between.</summary>
    private static int EndOfList(ReadingContext context, Quantity quantity)
    {
        var end = quantity.End;
        for (var index = end; index < context.Tokens.Length && context.Tokens[index].Sentence == context.Tokens[quantity.First].Sentence; index++)
        {
            if (context.IsNumberToken[index]) end = index + 1;
            else if (context.Tokens[index].Lower is not ("," or "and" or "or" or "to")) break;
        }

        return end;
    }

    private static Token[] Surroundings(ReadingContext context, int from, int step, int most)
    {
        var found = new List<Token>(most);
        var sentence = -1;
        for (var index = from; index >= 0 && index < context.Tokens.Length && found.Count < most; index += step)
        {
            if (sentence < 0) sentence = context.Tokens[from - step].Sentence;
            if (context.Tokens[index].Sentence != sentence || context.IsNumberToken[index]) break;
            found.Add(context.Tokens[index]);
        }

        return [.. found];
    }

    private static Token[] Until(Token[] tokens, Predicate<Token> stop)
    {
        var end = Array.FindIndex(tokens, stop);
        return end < 0 ? tokens : tokens[..end];
    }

    private static uint UnitOf(Token[] right, Quantity quantity)
    {
        if (quantity.IsPercent && right.Length > 0) return Hash.Mix(right[0].StemHash, 7);
        var noun = Array.Find(right, token => token.IsWord);
        return noun?.StemHash ?? 0;
    }

    private static Measure? MeasureOf(Token[] right)
    {
        // "An 8-hour day", "half an hour".
        var first = 0;
        while (first < right.Length && right[first].Lower is "-" or "of" or "a" or "an") first++;
        for (var index = first; index < Math.Min(first + MeasureReach, right.Length); index++)
        {
            if (!right[index].IsWord || WordLists.UnitEnds.Contains(right[index].Lower)) return null;
            if (index + 1 < right.Length && MeasureTable.Find($"{right[index].Lower} {right[index + 1].Lower}") is { } pair) return pair;
            if (MeasureTable.Find(right[index].Lower) is { } measure) return measure;
        }

        return null;
    }

    private static HashSet<uint> MeasuredNoun(Token[] right)
    {
        var stems = new HashSet<uint>();
        for (var index = 0; index < Math.Min(7, right.Length); index++)
        {
            var token = right[index];
            if (token.Lower is "the" or "a" or "an" && index > 0 && right[index - 1].Lower == "of" || token.Lower == "different") continue;
            if (WordLists.UnitEnds.Contains(token.Lower) || !(token.IsWord || token.Raw == "%")) break;
            if (token.Lower != "of") stems.Add(token.StemHash);
        }

        return stems;
    }

    /// <summary>What follows the measured noun: its first words that tell something.</summary>
    private static HashSet<uint> Denominator(Token[] right, HashSet<uint> measured)
    {
        var stems = new HashSet<uint>();
        var words = 0;
        foreach (var token in right)
        {
            if (!token.IsWord || token.IsFunctionWord || measured.Contains(token.StemHash)) continue;
            stems.Add(token.StemHash);
            if (++words == DenominatorWords) break;
        }

        return stems;
    }

    /// <summary>Adds the stems of words that tell something and are in no name.</summary>
    private static void AddContent(HashSet<uint> stems, ReadingContext context, Token[] tokens)
    {
        foreach (var token in tokens)
            if (token.IsWord && !token.IsFunctionWord && !context.NameStems.Contains(token.StemHash)) stems.Add(token.StemHash);
    }
}

/// <summary>Where a coefficient stands among those of its variable.</summary>
/// <param name="Rank">Its place among all of them.</param>
/// <param name="RankFromEnd">Its place from the end.</param>
/// <param name="SentenceRank">Its place among those of its sentence.</param>
/// <param name="UnitCount">How many of them share its unit.</param>
/// <param name="UnitRank">Its place among these.</param>
/// <param name="Count">How many there are.</param>
/// <param name="IsNearObjectiveName">The objective's name stands near it.</param>
internal readonly record struct CoefficientRanks(
    int Rank, int RankFromEnd, int SentenceRank, int UnitCount, int UnitRank, int Count, bool IsNearObjectiveName);
