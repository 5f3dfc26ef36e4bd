using System.Collections.Frozen;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Variables;

/// <summary>Things of which a text says the same in one breath.</summary>
/// <param name="Keys">The things in their order, all different.</param>
/// <param name="Sentences">In how many sentences at least two of them are told alike.</param>
/// <param name="AreSaidAgain">Every one of them is said at least twice in the text.</param>
internal sealed record AlikeNames(IReadOnlyList<NameKey> Keys, int Sentences, bool AreSaidAgain);

/// <summary>
/// Finds what is told alike within a sentence, where the verb is said once or again: "wheat brings 500 a hectare, barley 380 and peas 420", "drill A
/// bores 9 metres a day, drill B bores 14". What stands in such places and has a number of the same kind is decided on or nothing of it is.
/// </summary>
internal sealed class ToldAlike
{
    private const int FarthestNumber = 9;
    private const int MostNames = 8;

    private static readonly FrozenSet<string> Joining = "and or while whereas but then".Split(' ').ToFrozenSet();

    private readonly Token[] _tokens;
    private readonly IReadOnlyList<Quantity> _quantities;
    private readonly SubjectNames _subjects;

    private ToldAlike(Token[] tokens, IReadOnlyList<Quantity> quantities) =>
        (_tokens, _quantities, _subjects) = (tokens, quantities, new SubjectNames(tokens));

    /// <summary>The groups of things told alike, the strongest first.</summary>
    public static List<AlikeNames> Find(Token[] tokens, IReadOnlyList<Quantity> quantities)
    {
        var alike = new ToldAlike(tokens, quantities);
        var groups = new List<(List<NameKey> Keys, int Sentences)>();
        for (var first = 0; first < tokens.Length;)
        {
            var end = first;
            while (end < tokens.Length && tokens[end].Sentence == tokens[first].Sentence) end++;
            foreach (var keys in alike.InSentence(first, end)) Merge(groups, keys);
            first = end;
        }

        return [.. groups.Where(group => group.Keys.Count <= MostNames)
            .Select(group => new AlikeNames(group.Keys, group.Sentences, alike.AreSaidAgain(group.Keys)))
            .OrderByDescending(group => group.AreSaidAgain).ThenByDescending(group => group.Keys.Count * group.Sentences)];
    }

    /// <summary>Groups of which one holds the other are one: "barley 2 and peas 4" tells of two of three.</summary>
    private static void Merge(List<(List<NameKey> Keys, int Sentences)> groups, List<NameKey> keys)
    {
        var known = groups.FindIndex(group => keys.TrueForAll(group.Keys.Contains) || group.Keys.TrueForAll(keys.Contains));
        if (known < 0) groups.Add((keys, 1));
        else groups[known] = (groups[known].Keys.Count >= keys.Count ? groups[known].Keys : keys, groups[known].Sentences + 1);
    }

    /// <summary>"A savings account" may later be said as "savings" where nothing else is called so.</summary>
    private bool AreSaidAgain(List<NameKey> keys) => keys.TrueForAll(key => _subjects.IsSaidAgain(key) || Array.Exists(key.Stems, stem =>
        stem.Length > 2 && !keys.Exists(other => other != key && other.Stems.Contains(stem)) && _subjects.IsSaidAgain(new NameKey(stem))));

    /// <summary>What is said of the first of some things.</summary>
    /// <param name="Name">That thing.</param>
    /// <param name="Verb">The verb, in one form for all persons.</param>
    /// <param name="Number">The number said of it.</param>
    private readonly record struct Head(SubjectName Name, string Verb, int Number);

    private List<List<NameKey>> InSentence(int first, int end)
    {
        var found = new List<List<NameKey>>();
        Head? head = null;
        List<NameKey> keys = [];
        for (var index = first; index < end; index++)
        {
            if (index > first && !Separates(index - 1)) continue;
            // "The shop sells two drinks: a sweet one and a sour one" says nothing of the shop again.
            if (index > first && _tokens[index - 1].Raw == ":") Close();
            var start = index;
            while (start < end && Joining.Contains(_tokens[start].Lower)) start++;
            if (head is { } known && _subjects.BeforeNumber(start, end, known.Name) is { } name && IsSameKind(known.Number, name.Number))
            {
                Add(name.Name.Key);
                continue;
            }

            if (_subjects.BeforeVerb(start, end) is not { } subject || NumberBehind(subject.Verb, end) is not { } number) continue;
            var verb = SubjectNames.VerbForm(_tokens[subject.Verb]);
            if (head is { } same && same.Verb == verb && IsSameKind(same.Number, number))
            {
                Add(subject.Name.Key);
                continue;
            }

            Close();
            (head, keys) = (new Head(subject.Name, verb, number), [subject.Name.Key]);
        }

        Close();
        return found;

        void Close()
        {
            if (keys.Count >= 2) found.Add(keys);
            (head, keys) = (null, []);
        }

        void Add(NameKey key)
        {
            // "Tables" and "oak tables" are not two things.
            if (!keys.Exists(other => other.IsWithin(key) || key.IsWithin(other))) keys.Add(key);
        }
    }

    private bool Separates(int index) => _tokens[index].Raw is "," or ":" or "(" || Joining.Contains(_tokens[index].Lower);

    private int? NumberBehind(int verb, int end)
    {
        for (var index = verb + 1; index < Math.Min(end, verb + FarthestNumber) && !(_tokens[index].Raw is "," or ":" or "("); index++)
            if (_tokens[index].IsNumber) return index;
        return null;
    }

    /// <summary>A later number may leave out what the first one is measured in, and may not be measured in anything else.</summary>
    private bool IsSameKind(int number, int later) => Kind(later) is not { } kind || kind == Kind(number);

    private string? Kind(int number)
    {
        if (_quantities.FirstOrDefault(quantity => quantity.First <= number && number < quantity.End) is not { } quantity) return null;
        if (quantity.IsMoney) return "$";
        if (quantity.IsPercent) return "%";
        var unit = quantity.End;
        return unit < _tokens.Length && _tokens[unit].IsWord && !_tokens[unit].IsFunctionWord ? _tokens[unit].Stem : null;
    }
}
