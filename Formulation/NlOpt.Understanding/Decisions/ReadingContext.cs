using System.Collections.Immutable;
using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Decisions;

/// <summary>A text under one hypothesis of its variables.</summary>
internal sealed class ReadingContext
{
    private readonly int[]?[] _variablesOf;

    /// <summary>Looks at a text as the names of a hypothesis show it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="variables">The hypothesis.</param>
    /// <param name="clauses">What rules read under other hypotheses of the text; null where there is none.</param>
    public ReadingContext(TextContext text, VariableSet variables, ClauseMemory? clauses = null)
    {
        Text = text;
        Variables = variables;
        Occurrences = Variables.Count == 0 ? [] : Understanding.Variables.Occurrences.Find(text.Tokens, variables);
        (NameStems, SharedNameStems) = Stems(variables);
        _variablesOf = new int[]?[text.LastSentence + 1];
        VariableAt = new int[text.Tokens.Length];
        Array.Fill(VariableAt, -1);
        foreach (var place in Occurrences)
            for (var index = place.First; index < place.End; index++) VariableAt[index] = place.Variable;
        var places = Occurrences.Concat(StandIns.Find(text.Tokens, Occurrences)).ToList();
        places.Sort((left, right) => left.First.CompareTo(right.First));
        Places = places;
        Parts = new SentenceParts(text.Tokens, Occurrences);
        var regular = ClauseReader.Read(text, variables, Occurrences, clauses);
        (Clauses, Charges) = (regular.Clauses, regular.Charges);
        Listed = regular.Listed.ToDictionary(limit => limit.Number.First);
        IsNumberToken = new bool[text.Tokens.Length];
        var numbers = text.Quantities.Where(quantity => VariableAt[quantity.First] < 0).ToList();
        foreach (var quantity in numbers)
            for (var index = quantity.First; index < quantity.End; index++) IsNumberToken[index] = true;
        NumbersBefore = new int[text.Tokens.Length + 1];
        foreach (var quantity in numbers) NumbersBefore[quantity.First + 1]++;
        for (var index = 1; index < NumbersBefore.Length; index++) NumbersBefore[index] += NumbersBefore[index - 1];
        var claimed = new HashSet<Quantity>(regular.Aside);
        foreach (var clause in Clauses) claimed.UnionWith(clause.Numbers);
        foreach (var charge in Charges) claimed.Add(charge.Amount);
        if (claimed.Count > 0) numbers.RemoveAll(claimed.Contains);
        Numbers = [.. numbers.Select((quantity, position) => new NumberContext(this, quantity, position))];
        MeasureStems = FindMeasures();
        Restated = Restatements.Find(this);
        Plain = PlainLimits.Find(this);
    }

    public TextContext Text { get; }

    public Token[] Tokens => Text.Tokens;

    public VariableSet Variables { get; }

    /// <summary>Number of variables.</summary>
    public int Count => Variables.Count;

    public List<Occurrence> Occurrences { get; }

    /// <summary>The occurrences and the words that stand for them: "8 of these".</summary>
    public List<Occurrence> Places { get; }

    /// <summary>The variable whose name covers a token; -1 where none does.</summary>
    public int[] VariableAt { get; }

    public bool[] IsNumberToken { get; }

    /// <summary>The parts of its sentences.</summary>
    public SentenceParts Parts { get; }

    /// <summary>What rules read whole.</summary>
    public ImmutableArray<RegularClause> Clauses { get; }

    /// <summary>Amounts that count once, read by rules.</summary>
    public ImmutableArray<FixedChargeClause> Charges { get; }

    /// <summary>Limits whose target the form of a list tells, by the first token of their number.</summary>
    public IReadOnlyDictionary<int, ListedLimit> Listed { get; }

    /// <summary>The numbers outside names and outside clauses that rules read.</summary>
    public NumberContext[] Numbers { get; }

    /// <summary>Stems of all names.</summary>
    public HashSet<uint> NameStems { get; }

    /// <summary>Stems that all variables share ("chairs" of "oak chairs" and "pine chairs").</summary>
    public HashSet<uint> SharedNameStems { get; }

    /// <summary>Stems that measure the variables ("acres of wheat").</summary>
    public HashSet<uint> MeasureStems { get; }

    /// <summary>For each number the position of the one that it says again; -1 where it says nothing again.</summary>
    public int[] Restated { get; }

    /// <summary>For each number what an everyday phrase makes of it; null where none does.</summary>
    public PlainLimit?[] Plain { get; }

    private int[] NumbersBefore { get; }

    /// <summary>The variables that a sentence names, in order, each once.</summary>
    public int[] VariablesOf(int sentence) => _variablesOf[sentence] ??= [.. Occurrences.Where(place => Tokens[place.First].Sentence == sentence)
        .Select(place => place.Variable).Distinct()];

    /// <summary>How many numbers begin within a run of tokens.</summary>
    public int CountNumbers(int from, int to) => to <= from ? 0 : NumbersBefore[to] - NumbersBefore[from];

    /// <summary>True when both see the same text with the same numbers outside names.</summary>
    public bool HasNumbersOf(ReadingContext other) =>
        ReferenceEquals(Text, other.Text) && IsNumberToken.AsSpan().SequenceEqual(other.IsNumberToken)
        && NumbersBefore.AsSpan().SequenceEqual(other.NumbersBefore);

    /// <summary>The tokens of a sentence between two positions.</summary>
    public ArraySegment<Token> Sentence(int sentence, int from = 0, int to = int.MaxValue)
    {
        var (first, end) = Text.SentenceRange(sentence);
        (first, end) = (Math.Max(first, from), Math.Min(end, to));
        return first < end ? new ArraySegment<Token>(Tokens, first, end - first) : ArraySegment<Token>.Empty;
    }

    /// <summary>The stems of all names, and those that all variables share.</summary>
    private static (HashSet<uint> All, HashSet<uint> Shared) Stems(VariableSet variables)
    {
        var (all, shared) = (new HashSet<uint>(), new HashSet<uint>());
        for (var variable = 0; variable < variables.Count; variable++)
        {
            var own = new HashSet<uint>();
            foreach (var key in variables.Names[variable])
                foreach (var stem in key.Stems) own.Add(Hash.Of(stem));
            all.UnionWith(own);
            if (variable == 0 && variables.Count > 1) shared = own;
            else shared.IntersectWith(own);
        }

        return (all, shared);
    }

    private HashSet<uint> FindMeasures()
    {
        var stems = new HashSet<uint>();
        foreach (var place in Occurrences)
        {
            if (place.First < 2 || Tokens[place.First - 1].Lower != "of") continue;
            var measure = Tokens[place.First - 2];
            if (measure.IsWord && !measure.IsFunctionWord) stems.Add(measure.StemHash);
        }

        return stems;
    }
}
