"""Texts are read as they are written, not as the first writing that takes their bytes."""

import pytest

from compare.ledger.encodings import encoding_of

TEXTS = {
    "gb18030": "地区,毛入园率\n青岚县,98\n衢州市,97\n睢县,95\n",
    "cp932": "都道府県,小学校数\n北海道,1000\n青森県,300\n岩手県,320\n",
    "cp949": "행정구역,학교수\n서울특별시,1200\n부산광역시,600\n대구광역시,450\n",
    "big5": "縣市別,學年度,學校數\n新北市,109,214\n臺北市,109,150\n桃園市,109,190\n",
    "cp1251": "Регион,Доля\nМосква,91\nКурган,88\nОмск,92\n",
    "koi8-r": "Регион,Доля\nМосква,91\nБрянск,88\nОмск,92\n",
    "iso8859-5": "Регион,Доля\nМосква,91\nБрянск,88\nОмск,92\n",
    "cp866": "Регион,Доля\nМОСКВА,91\nБРЯНСК,88\nОМСК,92\n",
    "cp1250": "Województwo;Udział\nŁódzkie;3,4\nŚląskie;4\nMałopolskie;7\n",
    "cp1254": "İl;Oran\nİstanbul;3,4\nDiyarbakır;4\nŞanlıurfa;7\n",
    "cp1252": "Gebiet;Größe\nLübeck;3,4\nSüdöstl. Gründe;4\nL’Haÿ-les-Roses;7\n",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_writing_is_known_by_its_characters(encoding):
    assert encoding_of(TEXTS[encoding].encode(encoding)) == encoding


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Praha,Plzeňský,Středočeský,Zlínský", "cp1250"),
        ("Reykjavík,Þingeyjarsýsla,Suðurland", "cp1252"),
        ("Ørsted,Fyn,Sjælland,Møre", "cp1252"),
        ("España,Cádiz,Málaga,Doña", "cp1252"),
        ("São Paulo,Paraná,Ceará", "cp1252"),
        ("Київ,Львів,Запоріжжя", "cp1251"),
        ("Małopolskie", "cp1250"),
        ("Śląskie;4\nMałopolskie;7\nŚwiętokrzyskie;8", "iso8859-2"),
        ("Kraj;Podíl\nVysočina;4\nÚstecký;7\nKošťany;8\nKošice;9", "iso8859-2"),
        ("Śląskie;4\nMałopolskie;7\nŚwiętokrzyskie;8", "cp1250"),
        ("Größe (m²);Anteil ±1\nLübeck;3,4", "cp1252"),
    ],
)
def test_writings_that_share_their_bytes_are_told_by_the_letters_beside_them(text, encoding):
    assert encoding_of(text.encode(encoding)) == encoding


@pytest.mark.parametrize(
    "text", ["A县,90\nB县,80\n", "县", "臺北市,5\n桃園縣,6\n", "GDP增速", "a常,b常"]
)
def test_little_chinese_is_chinese(text):
    assert encoding_of(text.encode("gb18030")) == "gb18030"


def test_a_table_from_japan_is_no_chinese_nonsense(tmp_path):
    import compare

    path = tmp_path / "jp.csv"
    path.write_bytes("都道府県,年度,進学率\n北海道,2020,45.1\n青森県,2020,47.2\n".encode("cp932"))
    mine = compare.panel(path, indicators={"進学率": {"direction": "higher", "unit": "%"}})
    assert mine.observations["region"].tolist() == ["北海道", "青森県"]
    assert ["file", "read as Shift_JIS (cp932)", 1] in mine.summary.to_numpy().tolist()


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"\xff" * 9])
def test_bytes_of_no_writing_are_no_words(data):
    assert encoding_of(data) == "gb18030"
