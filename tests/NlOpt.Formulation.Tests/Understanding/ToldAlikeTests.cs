using FluentAssertions;
using NlOpt.Understanding;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>Things of which one sentence says the same, the verb said once or again.</summary>
public class ToldAlikeTests
{
    [Theory]
    [InlineData("Oats bring 400 a hectare, rye 310 and beans 280.", "oat, rye, bean")]
    [InlineData("Shares pay 6%, bonds 3% and a deposit account 1%.", "share, bond, deposit account")]
    [InlineData("The play would raise $900, the dance $700 and the quiz $250.", "play, dance, quiz")]
    [InlineData("A radio spot reaches 900 people, a newspaper ad 400.", "radio spot, newspaper ad")]
    [InlineData("Pump A moves 9 litres a second, pump B moves 14 litres.", "pump a, pump b")]
    [InlineData("Line 1 can run at most 20 hours and line 2 at most 15.", "line 1, line 2")]
    [InlineData("A cap takes 2 balls of wool, a scarf 3 and a pair of mittens 1.", "cap, scarf, mitten")]
    [InlineData("Lamps sell for $15, clocks for $40.", "lamp, clock")]
    [InlineData("Plum tarts take 3 eggs and earn $7, lemon tarts take 4 eggs and earn $8.", "plum tart, lemon tart")]
    [InlineData("The day shift pays $120, the night shift $160.", "day shift, night shift")]
    public void Names_of_one_sentence_are_found(string text, string names) =>
        string.Join(" | ", Find(text).Select(group => string.Join(", ", group.Keys))).Should().Be(names);

    [Theory]
    [InlineData("A crate weighs 3 kg and holds 5 jars.")]
    [InlineData("A crate weighs 3 and holds 5.")]
    [InlineData("Lamps take 4 hours, and the glue costs $5.")]
    [InlineData("Rye takes 4 hours, and the mill runs 360 hours a month.")]
    [InlineData("A kiosk sells two drinks: a sweet one and a sour one.")]
    [InlineData("Nurses look after 6 patients and look after 4 at night.")]
    [InlineData("Samples go through two machines, Tester 900. Tester 900 is new.")]
    [InlineData("We have 40 lamps and at most 20 clocks.")]
    public void What_is_told_otherwise_is_not(string text) => Find(text).Should().BeEmpty();

    [Fact]
    public void Later_sentences_that_tell_of_a_part_support_the_whole()
    {
        var group = Find("Oats bring 400, rye 310 and beans 280. Oats need 3 days, rye 2.").Should().ContainSingle().Subject;
        string.Join(", ", group.Keys).Should().Be("oat, rye, bean");
        group.Sentences.Should().Be(2);
        group.AreSaidAgain.Should().BeFalse("beans are said once");
    }

    [Fact]
    public void A_name_may_be_said_again_by_its_telling_word() =>
        Find("Bonds pay 4%, a savings account 2%. More goes into bonds than into savings.")[0].AreSaidAgain.Should().BeTrue();

    [Theory]
    [InlineData("oat|rye", 0.9, "oat | rye | bean")]
    [InlineData("rye|hectare", 0.2, "oat | rye | bean")]
    [InlineData("mill|barn", 0.9, "mill | barn")]
    [InlineData("oat|rye|bean|wheat", 0.9, "oat | rye | bean | wheat")]
    public void Sets_that_lack_some_of_what_is_told_alike_give_way(string preferred, double score, string first)
    {
        var hypotheses = new List<(VariableSet Set, double Score)> { (Set(preferred.Split('|').Select(name => new NameKey(name))), score) };
        AlikeSets.Apply(hypotheses, Find("Oats bring 400, rye 310 and beans 280. Oats need 3 days, rye 2 and beans 4."), Set, _ => 0);
        hypotheses[0].Set.Signature.Should().Be(first);
        hypotheses.Should().ContainSingle("what lacks a part is no set");
    }

    [Fact]
    public void An_unlikely_set_of_other_things_comes_second()
    {
        var hypotheses = new List<(VariableSet Set, double Score)> { (Set([new NameKey("hectare"), new NameKey("day")]), 0.2) };
        AlikeSets.Apply(hypotheses, Find("Oats bring 400 a hectare and rye 310. Oats need 3 days, rye 2."), Set, _ => 0);
        hypotheses.ConvertAll(item => item.Set.Signature).Should().Equal("oat | rye", "hectare | day");
    }

    [Fact]
    public void A_set_takes_the_longer_names_that_are_told_alike()
    {
        var hypotheses = new List<(VariableSet Set, double Score)> { (Set([new NameKey("rose"), new NameKey("tulip")]), 0.9) };
        AlikeSets.Apply(hypotheses, Find("Rose bunches earn $14, tulip bunches $9. I like roses and tulips."), Set, _ => 0);
        hypotheses[0].Set.Signature.Should().Be("rose, rose bunch | tulip, tulip bunch");
    }

    [Theory]
    [InlineData("Policy A earns $200, B $350.", "policy a|policy b", "Policy A=0 B=1")]
    [InlineData("We may back projects A, B and C, but not both A and C.", "project a|project b|project c", "projects A=0 B=1 C=2 A=0 C=2")]
    [InlineData("Pill A has 6 mg of vitamin B. A day is long.", "pill a|pill b", "Pill A=0")]
    [InlineData("Mix vitamins A and B with oil B.", "pill a|pill b", "")]
    [InlineData("A boat takes B to the lake.", "boat|canoe", "boat=0")]
    public void Letters_stand_for_names(string text, string names, string places)
    {
        var tokens = Tokenizer.Tokenize(text);
        var found = Occurrences.Find(tokens, Set(names.Split('|').Select(name => new NameKey(name.Split(' ')))));
        string.Join(' ', found.Select(place => text[tokens[place.First].Start..tokens[place.End - 1].End] + "=" + place.Variable)).Should().Be(places);
    }

    [Theory]
    [InlineData(
        "A grower has 90 hectares. Oats bring 450 a hectare, rye 380 and beans 410. Oats need 3 days of work per hectare, rye 2 and beans 4; 250 days are "
        + "available. At least 8 hectares must be beans. Which areas give the highest income?",
        "oats, rye, beans")]
    [InlineData(
        "Two pumps can drain the pit. Pump A clears 9 litres a second and uses 70 watts, pump B clears 14 litres and uses 120 watts. We must clear 400 "
        + "litres. Pump B can be used at most 20 times. Minimize the watts.",
        "pump A, pump B")]
    public void The_reader_decides_on_all_that_is_told_alike(string text, string names) =>
        string.Join(", ", new EmbeddedReader().Formulate(Source.Of(text)).Value.Best.Variables.Select(variable => variable.Name)).Should().Be(names);

    private static List<AlikeNames> Find(string text)
    {
        var tokens = Tokenizer.Tokenize(text);
        return ToldAlike.Find(tokens, QuantityReader.Read(tokens));
    }

    private static VariableSet Set(IEnumerable<NameKey> names) => new([.. names.Select(name => (IReadOnlyList<NameKey>)[name])]);
}
